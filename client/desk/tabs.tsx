import type { ComponentType } from 'preact';
import type { Capability } from '../../shared/capabilities.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { deskWords } from '../words/desk.ts';
import { sayIn } from '../words/say.ts';
import type { Desk } from './desk-state.ts';
import { PeopleScreen } from './people/people.tsx';
import { Work } from './work.tsx';

interface Tab {
  /** Its word is `tab_ID`. */
  id: 'work' | 'people';
  icon: IconName;
  /** Any one of these opens it; none: everybody at the desk. */
  needs: readonly Capability[];
  Part: ComponentType<{ desk: Desk }>;
}

/** The desk's screens, in the order of its navigation. */
const TABS: readonly Tab[] = [
  { id: 'work', icon: 'talk', needs: [], Part: Work },
  { id: 'people', icon: 'people', needs: ['staff.manage', 'staff.certify'], Part: PeopleScreen },
];

const tabsFor = ({ state }: Desk): readonly Tab[] =>
  TABS.filter(({ needs }) => needs.length === 0 || needs.some((one) => state.value?.me.capabilities.includes(one)));

/** The chosen screen; otherwise the first one on which this person can do something. Null before the desk is read. */
export function tabOf(desk: Desk): Tab | null {
  if (!desk.state.value) return null;
  const [work, ...others] = tabsFor(desk);
  const chosen = [work, ...others].find((tab) => tab?.id === desk.tab.value);
  const works = desk.state.value.me.capabilities.includes('held.decide');
  return chosen ?? (works ? work : (others[0] ?? work)) ?? null;
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
