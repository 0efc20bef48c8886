// Apart, so that it can be asked for when it is needed: it makes tables as soon as it is there, for which no reader should wait each time that it opens.
export { zipSync } from "fflate/browser";
