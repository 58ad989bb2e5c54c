import type { FormValues } from '../../../platform/editing/form/form-values.ts';
import type { Problem } from '../../../platform/outcome/outcome.ts';
import type { OfferedField } from '../../../ui/editing/offered-field.ts';
import type { FileOutcome } from './runs/read-runs-file.ts';
import type { RunView } from './views.ts';

/** The programmes of a provider, and the file that enters their runs. */
export interface DeskView {
  programmes: { id: string; title: string; runs: number; isPublic: boolean }[];
  problems: readonly Problem[];
  outcome?: FileOutcome;
}

/** The runs of one programme, and the form of one run. */
export interface DeskProgrammeView {
  id: string;
  title: string;
  isPublic: boolean;
  runs: RunView[];
  fields: readonly OfferedField[];
  formValues: FormValues;
  /** Id of the run in the form; empty: a new one. */
  run: string;
  problems: readonly Problem[];
  saved: boolean;
}
