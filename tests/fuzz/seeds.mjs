// Writes what the fuzz targets begin with and every test run replays: each hostile shape, small, and inputs that are no pages.
//
// usage: node tests/fuzz/seeds.mjs FOLDER     FOLDER/pages, FOLDER/snapshots, FOLDER/json, FOLDER/urls, FOLDER/rules

import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

import { kShapes, pageOf } from "../hostile/shapes.mjs";

const kSize = 1500; // bytes that a shape repeats: enough for its kind, and small, since libFuzzer combines

const kSnapshots = [
  "\x01html\x02lang\x03en\x01body\x01h1\x05Gulls\x04\x01p\x02class\x03x\x05Words \x05more\x04\x04\x04",
  "\x01html\x06{\"@type\":\"NewsArticle\",\"headline\":\"Gulls\"}\x01body\x01my-card\x02onload\x03x()\x04\x04\x04",
  `${"\x01div".repeat(600)}\x05deep${"\x04".repeat(600)}`,
  `\x01html\x01body${"\x01p\x05Words of a paragraph, some of them.\x04".repeat(40)}\x04\x04`,
  "\x04\x03a\x02b\x05text\x01\x01\x02\x03\x06",
];
const kUrls = ["/a/../b?c=d#e", "//other.example:8080/%7Ea", "javascript:alert(1)", "http://xn--a.\u00e4.example/\ud83d\ude00", "http://[::1]:80/", "http://0x7f.1/", "data:image/png;base64,AA==", "HTTP:\\\\a\\b", "http://u:p@h/", "mailto:a@b"];
const kJson = ['{"@type":"NewsArticle","headline":"Gulls","author":[{"name":"Ann"},"Bo"],"datePublished":"2024-05-01"}', '[{"@graph":[{"@id":"#a"}]}]', '{"a":"\\ud83d\\u0000\\n","b":[1e9,-0.5,true,null]}', "[".repeat(500), '{"a":'.repeat(300)];

const kRulesPage = "<nav id=menu><a href=/>Home</a></nav><article class='story main'><h1>Gulls</h1><p data-part=lead>The gulls returned to the pier on Monday, and nobody had fed them.<p>By noon there were twelve of them, and the baker shut his door.</article>";
const kRules = ["article\n.share\n\n", "\nnav, #menu > a[href]\nbody\n", "p:first-child\np[data-part^=le i]\narticle.story.main\n", ":not(.a):is(p, b ~ i)\n*:nth-child(2n+1)\n:root\n", "a[\n\n\n", "\n".repeat(3)].map((lines) => lines + kRulesPage);

function write(folder, inputs) {
  mkdirSync(folder, { recursive: true });
  for (const [index, input] of inputs.entries()) writeFileSync(path.join(folder, String(index).padStart(4, "0")), input);
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("usage: node tests/fuzz/seeds.mjs FOLDER");
write(path.join(folder, "pages"), kShapes.map((shape) => pageOf(shape, kSize)));
write(path.join(folder, "snapshots"), kSnapshots);
write(path.join(folder, "json"), kJson);
write(path.join(folder, "urls"), kUrls);
write(path.join(folder, "rules"), kRules);
