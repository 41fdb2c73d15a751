declare module "virtual:outlines" {
  /** Paths in whole steps, of which the map's unit has so many. */
  export const steps: number;
  export const land: string;
  export const borders: string;
}
