"""A page written for the tests, and the text that is to come out of it."""

STORY = (
    "Rebels shelled the port of Ardo on Monday, killing at least four people, the army said.",
    "Residents fled to the hills, a doctor said by telephone, and two ambulances were hit on the road.",
    "The governor called for a truce and asked both sides to let aid in.",
)
TEXT = "\n\n".join(("Port shelled", *STORY))
PAGE = f"""<!doctype html><html><head><title>Port shelled | The Wire</title><meta charset="utf-8">
<meta property="og:site_name" content="The Wire"><meta property="og:title" content="Port shelled">
<meta property="article:published_time" content="2024-02-27T23:30:00+02:00"></head><body>
<nav><a href="/">Home</a></nav><article><h1>Port shelled</h1><p class="byline">By Jane Roe</p>
<figure><img src="a.jpg"><figcaption>Smoke over the port. (AP Photo/J. Doe)</figcaption></figure>
{"".join(f"<p>{part}</p>" for part in STORY)}
<p>Read more: Truce talks stall</p><p>Sign up for our daily newsletter</p></article>
<footer>© 2024 The Wire. All rights reserved.</footer><script>var x = "bomb";</script></body></html>"""
