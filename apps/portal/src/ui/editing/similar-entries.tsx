import type { PageContext } from '../../platform/web/page-context.ts';
import { NotificationBanner } from '../components/notification-banner.tsx';
import { editingWords } from './messages.ts';

/** A possible duplicate of an entry. */
export interface SimilarEntry {
  title: string;
  /** Path of the entry, without language prefix. */
  path: string;
  likeness: 'same-address' | 'similar-name';
}

/** A warning about possible duplicates; it does not prevent going on. */
export function SimilarEntries({ ctx, entries }: { ctx: PageContext; entries: readonly SimilarEntry[] }) {
  if (entries.length === 0) return null;
  const { similar } = editingWords(ctx).text;
  return (
    <NotificationBanner type="info" heading={similar.heading}>
      <p>{similar.lead}</p>
      <ul>
        {entries.map(({ title, path, likeness }) => (
          <li>
            <a href={ctx.href(path)}>{title}</a> — {similar.likeness[likeness]}
          </li>
        ))}
      </ul>
    </NotificationBanner>
  );
}
