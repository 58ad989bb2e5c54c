import { z } from 'zod';
import type { Label } from '../i18n/localised.ts';
import { localised } from '../i18n/localised.ts';
import { field } from '../publishing/field.ts';
import type { Kind } from '../publishing/kind.ts';
import type { PublishedRecord } from '../publishing/published-record.ts';

/**
 * Name of a picture's file: hash of its bytes, its size in pixels and its type, as in
 * `Zq3…-1200x800.jpg`. So a name never means other bytes, and a page knows the size without asking.
 */
const fileName = /^([\w-]{22})-(\d{1,4})x(\d{1,4})\.(jpg|png)$/;
const longestFileName = 40;

const pictureSchema = z.strictObject({
  file: z.string().max(longestFileName).regex(fileName),
  /** What the picture shows, for those who do not see it. */
  alt: localised('sentence'),
  /** Who made it, and on which terms it is used. */
  credit: z.string().trim().min(1).max(200).optional(),
});

/** A picture with its text, as a record holds it. */
export type Picture = z.output<typeof pictureSchema>;

/** An optional picture as a field of any kind. */
export function pictureField(marking: { label: Label; help?: Label; export?: string }) {
  return field(pictureSchema.optional(), { ...marking, picture: true });
}

export interface PictureFile {
  /** Pixels. */
  width: number;
  height: number;
  mediaType: 'image/jpeg' | 'image/png';
}

/** What a file's name says; undefined if it is not the name of a picture. */
export function pictureFileOf(name: string): PictureFile | undefined {
  const [, , width, height, ending] = fileName.exec(name) ?? [];
  if (!ending) return undefined;
  const mediaType = ending === 'png' ? 'image/png' : 'image/jpeg';
  return { width: Number(width), height: Number(height), mediaType };
}

/** Names of the files that a record's data refers to. */
export function picturesIn({ fields }: Pick<Kind, 'fields'>, data: object): string[] {
  return fields.flatMap(({ name, marking }) => {
    const value = marking.picture ? (data as Record<string, Picture | undefined>)[name] : undefined;
    return value ? [value.file] : [];
  });
}

/** Path of a published record's picture. */
export const picturePath = (id: string, file: string) => `/pictures/${id}/${file}`;

/** Path of a picture of an entry that is not published, for those who may see the entry. */
export const unpublishedPicturePath = (id: string, file: string) => `/desk/entries/${id}/pictures/${file}`;

/** Path of a record's picture, also on its preview. */
export function picturePathOf(
  { id, unpublished }: Pick<PublishedRecord, 'id' | 'unpublished'>,
  file: string,
) {
  return unpublished ? unpublishedPicturePath(id, file) : picturePath(id, file);
}
