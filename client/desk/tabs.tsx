import type { ComponentType } from 'preact';
import type { Capability } from '../../shared/capabilities.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { deskWords } from '../words/desk.ts';
import { sayIn } from '../words/say.ts';
import type { Desk } from './desk-state.ts';
import { DirectoryTab } from './directory/tab.tsx';
import { PeopleScreen } from './people/people.tsx';
import { Account } from './staff/account.tsx';
import { Work } from './work.tsx';

interface Tab {
  /** Its word is `tab_ID`. */
  id: 'work' | 'people' | 'directory' | 'account';
  icon: IconName;
  /** Any one of these opens it; none: everybody at the desk. */
  needs: readonly Capability[];
  Part: ComponentType<{ desk: Desk }>;
}

/** The desk's screens, in the order of its navigation. */
const TABS: readonly Tab[] = [
  { id: 'work', icon: 'talk', needs: [], Part: Work },
  { id: 'people', icon: 'people', needs: ['staff.manage', 'staff.certify'], Part: PeopleScreen },
  { id: 'directory', icon: 'book', needs: ['directory.edit', 'directory.call'], Part: DirectoryTab },
  { id: 'account', icon: 'person', needs: [], Part: Account },
];

const tabsFor = ({ state }: Desk): readonly Tab[] =>
  TABS.filter(({ needs }) => needs.length === 0 || needs.some((one) => state.value?.me.capabilities.includes(one)));

/** The chosen screen; otherwise the first one on which this person can do something. Null before the desk is read. */
export function tabOf(desk: Desk): Tab | null {
  if (!desk.state.value) return null;
  const tabs = tabsFor(desk);
  const chosen = tabs.find(({ id }) => id === desk.tab.value);
  const decides = desk.state.value.me.capabilities.includes('held.decide');
  // Who only runs people begins with them.
  const first = decides ? undefined : tabs.find(({ needs }) => needs.length > 0);
  return chosen ?? first ?? tabs[0] ?? null;
}

/** One button for each screen this person may open; nothing to choose, nothing shown. */
export function Tabs({ desk }: { desk: Desk }) {
  const t = sayIn(desk.app.lang, deskWords);
  const tabs = tabsFor(desk);
  const shown = tabOf(desk);
  if (tabs.length < 2) return null;
  return (
    <nav class="desk-tabs" aria-label={t('tabs')}>
      {tabs.map(({ id, icon }) => (
        <button
          key={id}
          type="button"
          class="desk-tab"
          aria-current={id === shown?.id ? 'page' : undefined}
          onClick={() => {
            desk.tab.value = id;
          }}
        >
          <Icon name={icon} />
          {t(`tab_${id}`)}
        </button>
      ))}
    </nav>
  );
}
