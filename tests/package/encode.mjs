// Text in the encodings that TextEncoder does not write, found by asking TextDecoder what each byte sequence means.

/** Made-up text for each encoding, long enough to be a paragraph of an article. */
export const samples = {
  "windows-1251": "Старый паром снова ходит через реку, и на рассвете у причала собирается половина деревни. Никто не спешит: кто с корзиной, кто с велосипедом, кто просто так. Капитан говорит, что река сама знает дорогу, и закуривает.",
  "koi8-r": "Осенью почта приходит раз в неделю, по средам, если не размыло мост. Почтальон знает все письма по именам и никогда не путает, кому радость, а кому счёт за электричество.",
  "iso-8859-2": "Każdego ranka piekarz otwierał okno i słuchał, czy żółta łódź już wróciła z połowu. Jeśli wróciła, piekł o dwa bochenki więcej; jeśli nie, stał przy oknie jeszcze długo.",
  shift_jis: "夜明け前の市場では、魚屋の声よりも先に猫が起きる。氷を割る音、木箱を積む音、そして湯を沸かす音。町の一日は、いつもこの三つの音から始まるのだと、祖母は教えてくれた。",
  "euc-jp": "山の上の天文台は、もう二十年も前に閉じられた。それでも管理人の老人は、毎晩丸屋根を開けて、星の数を数えている。減っていないかどうかを確かめるために。",
  gbk: "清晨的茶馆里坐满了下棋的老人，谁也不说话，只听见棋子落在木板上的声音。掌柜说，这里的茶可以不热，棋不能不下。到了中午，人们才想起来还没有吃早饭。",
  big5: "港口的燈塔在二月熄滅了，村裡的人從此睡得不太好。守塔的老人說，不是因為黑，而是因為少了節奏：兩短一長，然後是九秒鐘的安靜。",
  "euc-kr": "산기슭의 작은 도서관은 당나귀 등에 실려 마을과 마을 사이를 다닌다. 책을 돌려주는 사람이 다음 책을 고르고, 잃어버린 사람은 그 이야기를 모두 앞에서 들려주어야 한다.",
};

/** A page whose article is the text, twice; it declares its encoding if one is given. */
export function pageOf(text, charset = "") {
  const declared = charset && `<meta charset="${charset}">`;
  return `<!DOCTYPE html><html><head>${declared}<title>${text.slice(0, 8)}</title></head><body><article><p>${text}</p><p>${text}</p></article></body></html>`;
}

const tables = new Map();

/** Encodes text in a WHATWG encoding of one or two bytes a character. */
export function encodeAs(encoding, text) {
  if (!tables.has(encoding)) tables.set(encoding, makeTable(encoding));
  const table = tables.get(encoding);
  return Buffer.concat(
    [...text].map((character) => {
      const bytes = table.get(character);
      if (bytes === undefined) throw new Error(`${encoding} has no ${character}`);
      return bytes;
    }),
  );
}

/** UTF-16 with its byte order mark. */
export function encodeUtf16(text, bigEndian) {
  const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
  return bigEndian ? bytes.swap16() : bytes;
}

function makeTable(encoding) {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const table = new Map();
  const learn = (...bytes) => {
    let character;
    try {
      character = decoder.decode(Uint8Array.from(bytes));
    } catch {
      return;
    }
    if ([...character].length === 1 && !table.has(character)) table.set(character, Buffer.from(bytes));
  };
  for (let first = 0; first < 256; first++) learn(first);
  for (let first = 0x81; first < 255; first++) for (let second = 0x40; second < 255; second++) learn(first, second);
  return table;
}
