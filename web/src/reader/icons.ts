// Line icons that more than one part shows; see `icon` in element.ts.

export const closeIcon = "M6 6l12 12M18 6L6 18";
