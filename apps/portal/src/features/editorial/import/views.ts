import type { Label } from '../../../platform/i18n/localised.ts';
import type { Problem } from '../../../platform/outcome/outcome.ts';
import type { ImportState } from './model.ts';
import type { Upload, UploadRow } from './uploads.ts';

interface Option {
  value: string;
  label: string;
}

interface UploadLine {
  id: string;
  fileName: string;
  state: ImportState;
  createdAt: Date;
  total: number;
}

export interface ImportListView {
  /** Id of the new upload, so that sending the form twice uploads once. */
  id: string;
  kinds: readonly Option[];
  owners: readonly Option[];
  uploads: readonly UploadLine[];
  problems: readonly Problem[];
}

export interface ImportView {
  upload: Upload;
  kind: Label;
  /** The first of each. */
  faulty: readonly UploadRow[];
  warned: readonly UploadRow[];
  fine: readonly UploadRow[];
  refused: readonly UploadRow[];
  /** Entries that rows became, by their keys. */
  entryIds: ReadonlyMap<string, string>;
  formValues: { rows: string; send: string; reason: string };
  problems: readonly Problem[];
}
