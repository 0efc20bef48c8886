"""Class names. One page speaks one vocabulary; some pages name their parts so that the names mislead."""

import zlib

KINDS = ("semantic", "bem", "tailwind", "hashed", "old", "wordpress", "none")

# role → names that sites give it
_SEMANTIC = {
    "page": ("page", "wrapper", "site", "container"),
    "header": ("header", "site-header", "masthead", "top"),
    "nav": ("nav", "menu", "main-nav", "navbar"),
    "main": ("main", "content", "primary", "main-content"),
    "article": ("article", "story", "post", "single"),
    "body": ("article-body", "story-body", "content", "text", "post-content", "body"),
    "para": ("", "", "paragraph", "text", "body-text"),
    "head": ("article-header", "headline", "heading", ""),
    "standfirst": ("standfirst", "lead", "intro", "summary", "subtitle"),
    "byline": ("byline", "author", "meta", "article-info"),
    "share": ("share", "social", "share-bar", "tools"),
    "related": ("related", "more-stories", "recommended", "teasers", "read-more"),
    "trending": ("most-read", "trending", "top-stories", "popular"),
    "promo": ("promo", "banner", "box", "inline-box", "cta"),
    "newsletter": ("newsletter", "subscribe", "signup-box"),
    "wall": ("paywall", "wall", "gate", "register"),
    "ad": ("ad", "advert", "ad-slot", "sponsor"),
    "comments": ("comments", "discussion", "comment-list", "responses"),
    "comment": ("comment", "reply", "comment-item"),
    "author": ("author-box", "about-author", "bio"),
    "tags": ("tags", "topics", "keywords"),
    "side": ("sidebar", "aside", "rail", "right-column"),
    "footer": ("footer", "site-footer", "bottom"),
    "cookie": ("cookie-banner", "consent", "gdpr", "notice"),
    "crumbs": ("breadcrumb", "crumbs", "path"),
    "gallery": ("gallery", "photos", "slideshow"),
    "figure": ("figure", "image", "media", "photo"),
    "card": ("card", "item", "teaser", "entry"),
    "next": ("next-story", "infinite", "article", "story"),
    "list": ("list", "items", ""),
    "box": ("box", "infobox", "facts", "note"),
    "code": ("highlight", "code", "example"),
}
_WORDPRESS = {
    "page": "site hfeed", "header": "site-header", "nav": "main-navigation", "main": "content-area", "article": "post type-post hentry",
    "body": "entry-content", "head": "entry-header", "byline": "entry-meta", "share": "sharedaddy sd-sharing-enabled",
    "related": "jp-relatedposts", "trending": "widget widget_recent_entries", "newsletter": "widget widget_mc4wp_form_widget",
    "promo": "wp-block-group", "wall": "wp-block-group has-background", "ad": "widget widget_text", "comments": "comments-area",
    "comment": "comment even thread-even", "author": "author-box", "tags": "tags-links", "side": "widget-area", "footer": "site-footer",
    "crumbs": "breadcrumbs", "figure": "wp-block-image", "gallery": "wp-block-gallery", "card": "wp-block-post", "list": "wp-block-list",
    "next": "post type-post hentry", "box": "wp-block-group", "code": "wp-block-code", "standfirst": "has-medium-font-size",
}
_UTILITIES = (
    "mt-4", "mb-2", "mb-6", "px-4", "py-2", "p-6", "text-lg", "text-sm", "text-gray-700", "leading-relaxed", "font-bold", "flex", "grid",
    "gap-4", "border-t", "rounded-lg", "bg-white", "max-w-prose", "mx-auto", "w-full", "md:w-2/3", "lg:col-span-8", "hover:underline", "space-y-4",
)
# Template names that hit real content on real sites, and content names around chrome.
_MISLEADING = {
    "body": ("sidebar-content", "widget text-widget", "footer-widget", "media", "hero", "related-content", "promo-text", "comment-body"),
    "article": ("sidebar-left-template", "widget", "footer-layout", "has-sidebar share-enabled", "ad-free"),
    "main": ("sidebar", "footer-page", "widget-area"),
    "related": ("content", "entry-content", "article-body", "text"),
    "promo": ("article-body", "text", "content"),
    "side": ("content", "main-content"),
    "next": ("article-body", "content"),
    "comments": ("content", "article-body"),
}


class Vocabulary:
    """Names for roles, the same name for the same role all over a page."""

    def __init__(self, rng):
        self.kind = rng.choice(KINDS)
        self.misleading = self.kind in ("semantic", "bem", "wordpress") and rng.random() < 0.25
        self._rng = rng
        self._names = {}

    def attrs(self, role):
        """A role's attributes: a class, now and then an id; nothing on pages without names."""
        if role not in self._names:
            self._names[role] = self._name(role)
        name = self._names[role]
        if not name:
            return {}
        if self.kind == "old":
            return {"id" if self._rng.random() < 0.3 and role in ("main", "nav", "header", "footer") else "class": name}
        return {"class": name}

    def _name(self, role):
        rng = self._rng
        if self.misleading and role in _MISLEADING and rng.random() < 0.7:
            return rng.choice(_MISLEADING[role])
        plain = rng.choice(_SEMANTIC[role])
        if self.kind == "semantic":
            return plain
        if self.kind == "bem":
            return f"c-{plain} c-{plain}--{rng.choice(('default', 'wide', 'a'))}" if plain else "c-text__p"
        if self.kind == "wordpress":
            return _WORDPRESS.get(role, "")
        if self.kind == "tailwind":
            return " ".join(rng.sample(_UTILITIES, rng.randint(1, 6)))
        if self.kind == "hashed":
            # The same hash for several roles: styled components often share a paragraph's style with a promotion's.
            shared = role if rng.random() < 0.7 else "shared"
            return f"css-{zlib.crc32(f'{shared}{rng.randint(0, 3)}'.encode()) & 0xFFFFFF:06x}"
        if self.kind == "old":
            return rng.choice(("", "", "text", "style" + str(rng.randint(1, 9)), "main", "tbl"))
        return ""
