/** Characters that some file system, shell or program reads as something else, and those that turn the direction of what is shown. */
const special = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*%~#^`{}[\]]/gu;
/** Names of devices in Windows, whatever follows their first dot. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d) *(\.|$)/i;
/** File systems count up to 255 bytes; a character of UTF-8 has four at most, and the ending needs some. */
const longest = 60;

/** A file name of a title: readable in any script, safe on every file system. */
export function fileNameOf(title: string, ending: string): string {
  const words = title.normalize("NFC").replaceAll(special, " ").replaceAll(/\s+/g, " ");
  const short = Array.from(words).slice(0, longest).join("").replaceAll(/^[. ]+|[. ]+$/g, "");
  return `${short === "" || devices.test(short) ? "article" : short}.${ending}`;
}
