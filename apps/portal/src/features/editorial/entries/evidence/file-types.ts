import { decodeText } from '@kakehashi/spreadsheets';
import { fromBufferPromise } from 'yauzl';

/** A file type accepted as evidence. */
interface EvidenceType {
  mediaType: string;
  /** Allowed file name extensions, without the dot. */
  endings: readonly string[];
  matches(bytes: Buffer): boolean | Promise<boolean>;
}

const office = 'application/vnd.openxmlformats-officedocument';

/** Accepted types, detected by content; the file name extension must agree. */
const evidenceTypes: readonly EvidenceType[] = [
  { mediaType: 'application/pdf', endings: ['pdf'], matches: startsWith('%PDF-') },
  { mediaType: 'image/png', endings: ['png'], matches: startsWith('\x89PNG\r\n\x1a\n') },
  { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'], matches: startsWith('\xff\xd8\xff') },
  {
    mediaType: 'image/webp',
    endings: ['webp'],
    matches: (bytes) => startsWith('RIFF')(bytes) && bytes.toString('latin1', 8, 12) === 'WEBP',
  },
  {
    mediaType: `${office}.spreadsheetml.sheet`,
    endings: ['xlsx'],
    matches: (bytes) => isOfficeFile(bytes, 'xl/workbook.xml'),
  },
  {
    mediaType: `${office}.wordprocessingml.document`,
    endings: ['docx'],
    matches: (bytes) => isOfficeFile(bytes, 'word/document.xml'),
  },
  { mediaType: 'text/csv', endings: ['csv'], matches: isText },
  { mediaType: 'text/plain', endings: ['txt'], matches: isText },
];

/** Type of a file by extension and content; undefined if they disagree or are not accepted. */
export async function evidenceTypeOf(name: string, bytes: Buffer): Promise<EvidenceType | undefined> {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const type = evidenceTypes.find(({ endings }) => endings.includes(ending));
  return type && (await type.matches(bytes)) ? type : undefined;
}

function startsWith(mark: string): (bytes: Buffer) => boolean {
  return (bytes) => bytes.toString('latin1', 0, mark.length) === mark;
}

const maxParts = 2_000;

/** Whether an Office file has its main part and no macros. */
async function isOfficeFile(bytes: Buffer, mainPart: string): Promise<boolean> {
  if (!startsWith('PK\x03\x04')(bytes)) return false;
  try {
    const zip = await fromBufferPromise(bytes);
    if (zip.entryCount > maxParts) return false;
    const names = new Set<string>();
    for await (const entry of zip.eachEntry()) names.add(entry.fileName.toLowerCase());
    const programs = [...names].some((name) => name.endsWith('vbaproject.bin'));
    return names.has('[content_types].xml') && names.has(mainPart) && !programs;
  } catch {
    return false;
  }
}

function isText(bytes: Buffer): boolean {
  try {
    decodeText(bytes);
    return true;
  } catch {
    return false;
  }
}
