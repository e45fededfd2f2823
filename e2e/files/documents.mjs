// Documents made here, as people join them: a PDF, an ODT, a photo.

import { crc32 } from "node:zlib";

/** A PDF that says these lines, in a font that every reader has. */
export function pdf(lines) {
  const said = lines.map((line) => `(${line.replace(/[\\()]/g, "\\$&")}) Tj 0 -16 Td`).join("\n");
  const content = Buffer.from(`BT /F 12 Tf 72 760 Td\n${said}\nET`, "latin1");
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F 4 0 R>>>>>>",
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    `<</Length ${content.length}>>stream\n${content.toString("latin1")}\nendstream`,
  ];
  let body = "%PDF-1.4\n";
  const places = objects.map((object, at) => {
    const place = body.length;
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const end = `xref\n0 6\n0000000000 65535 f \n${table}trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(body + end, "latin1");
}

/** An ODT that says these paragraphs. */
export function odt(paragraphs) {
  const said = paragraphs.map((one) => `<text:p>${one}</text:p>`).join("");
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>${said}</office:text></office:body></office:document-content>`;
  return zip([["mimetype", "application/vnd.oasis.opendocument.text"], ["content.xml", content]]);
}

/** A photo of one point, with the name of the telephone that took it. */
export function photo() {
  const segment = (marker, bytes) => Buffer.concat([Buffer.from([0xff, marker, 0, bytes.length + 2]), bytes]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe1, Buffer.from("Exif\0\0TELEPHONE-DE-ZOE")),
    segment(0xdb, Buffer.alloc(65)),
    segment(0xc0, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x7f, 0xff, 0xd9]),
  ]);
}

/** Parts in a zip, not compressed. */
function zip(parts) {
  const locals = [];
  const directory = [];
  let place = 0;
  for (const [name, content] of parts) {
    const [path, bytes] = [Buffer.from(name), Buffer.from(content)];
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(bytes.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(path.length, 22);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(place, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\0", "latin1"), facts, where, path);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), facts, path, bytes]);
    locals.push(local);
    place += local.length;
  }
  const held = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(held.length, 8);
  end.writeUInt32LE(place, 12);
  return Buffer.concat([...locals, held, Buffer.from("PK\x05\x06", "latin1"), end]);
}
