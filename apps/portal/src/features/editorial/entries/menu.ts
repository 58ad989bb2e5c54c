import type { MenuEntry } from '../../../platform/feature.ts';
import { entryPaths } from './paths.ts';

/** Menu items of the publishing desk. */
export const entriesMenu: MenuEntry[] = [
  { path: entryPaths.list, label: { ja: '自分の登録', en: 'My entries' }, permission: 'desk.view' },
  {
    path: entryPaths.audit,
    label: { ja: '監査記録', en: 'Audit log' },
    permission: 'audit.view',
    administration: true,
  },
];
