import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";
import { outlines } from "./outlines.ts";

// Addresses are relative, so that the app also runs under a path of a larger site.
export default defineConfig({
  base: "./",
  plugins: [outlines(), svelte()],
  build: {
    target: "es2022",
    assetsInlineLimit: 0, // the content security policy allows no data: addresses
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600, // the outlines, which wait for the table,
  },
  server: { proxy: { "/api": "http://127.0.0.1:8765" } },
});
