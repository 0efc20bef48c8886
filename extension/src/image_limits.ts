/** A picture of an article may have this many bytes when it goes into a file. */
const largestImage = 20 * 2 ** 20;

const imageTypes = /^image\/(?:png|jpeg|gif|webp|avif|svg\+xml)$/;

/** Whether it may go into a file that shows the article. */
export function isAcceptable({ type, size }: Blob): boolean {
  return imageTypes.test(type) && size > 0 && size <= largestImage;
}
