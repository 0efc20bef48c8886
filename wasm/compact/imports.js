// Tells the linker which functions the script around the engine brings: web/bookmarklet/compact/env.ts.
mergeInto(LibraryManager.library, { kind_of: function () {}, lower_of: function () {} });
