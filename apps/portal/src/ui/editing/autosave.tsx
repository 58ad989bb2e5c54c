import type { Child } from 'hono/jsx';

/** What its status line says of saving. */
interface AutosaveWords {
  saving: string;
  saved: string;
  notSaved: string;
  signedOut: string;
  clash: string;
  refused: string;
}

/** Around a form that is saved as one types; the form works as it stands where there is no script. */
export function Autosave({ words, children }: { words: AutosaveWords; children: Child }) {
  return (
    <entry-autosave
      data-saving={words.saving}
      data-saved={words.saved}
      data-not-saved={words.notSaved}
      data-signed-out={words.signedOut}
      data-clash={words.clash}
      data-refused={words.refused}
    >
      {children}
    </entry-autosave>
  );
}
