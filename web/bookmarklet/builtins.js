// Stands before each script. Pages put other things in the place of these names (`function Map() {}`, an `Object.entries` of a library): here they
// are what a frame has that none of the page's scripts ran in. The frame of a sandboxed page is out of reach; then they are the page's after all.
let { Date, Intl, JSON, Map, Object, Set, URL } = (() => {
  const own = Reflect.getPrototypeOf(document); // elements of the page may stand in for the document's own members
  const frame = own.createElement.call(document, "iframe");
  Reflect.get(own, "documentElement", document).append(frame);
  const clean = frame.contentDocument?.defaultView ?? self;
  frame.remove();
  return clean;
})();
