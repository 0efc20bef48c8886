// What stands in the URL as it is: unpacks the rest and runs it. The build takes out comments and white space and puts
// PAYLOAD, PACKED (its bytes), SIZE (bytes of what is packed) and SCRIPT (bytes of the script, which the engine follows) in.
//
// No question mark, hash, percent sign or character beyond ASCII may stand in here: what follows the first two is query and
// fragment to browsers, and they decode the third. So conditions are `if` only.
import { notice } from "./notice.ts";
import { unpack } from "unpack"; // one of unpack_*.js

let page = document, opening = Symbol.for("pith");
if (!page[opening]) { // or else it is the second click of a double one
  page[opening] = 1;
  try {
    // Elements of the page may stand in for its members, and classes of its own for `Document` and `Event`.
    let box = Reflect.getPrototypeOf(page).querySelector.call(page, "pith-reader");
    if (box) box.dispatchEvent(new CustomEvent("pith-close"));
    else {
      // Base 85; `unused` are the characters between ! and ~ that are no digits.
      let text = "PAYLOAD", unused = [34, 35, 37, 39, 60, 62, 63, 92, 96], digits = [], count = 0, bytes = new DataView(new ArrayBuffer(text.length / 5 * 4));
      for (let code = 33; code < 127; code++) if (!unused.includes(code)) digits[code] = count++;
      for (let at = 0; at < text.length; at += 5) {
        let word = 0;
        for (let i = 0; i < 5;) word = word * 85 + digits[text.charCodeAt(at + i++)];
        bytes.setUint32(at / 5 * 4, word);
      }
      let unpacked = await unpack(bytes, SIZE, PACKED), script = new TextDecoder().decode(unpacked.slice(0, SCRIPT));
      try {
        // Where Trusted Types are enforced, plain text is not run.
        script = trustedTypes.createPolicy("pith", { createScript: (text) => text }).createScript(script);
      } catch {}
      await (0, eval)(script)(unpacked.slice(SCRIPT));
    }
  } catch (error) {
    notice(page, error);
  } finally {
    delete page[opening];
  }
}
