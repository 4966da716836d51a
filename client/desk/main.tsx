import '../styles/rooms.css';
import '../styles/desk.css';
import '../styles/directory-desk.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import type { Me } from '../../shared/desk-api.ts';
import { isLang, type Lang } from '../../shared/languages.ts';
import { Connection } from '../connection.ts';
import type { Slots } from '../rooms/slots.ts';
import { get, staffIdentity } from '../session.ts';
import { createApp } from '../state.ts';
import { listenAtDesk } from './desk-actions.ts';
import { DeskPage, type DeskView } from './desk-page.tsx';
import { createDesk } from './desk-state.ts';
import { rememberedLanguage } from './language.ts';
import { slotsOf } from './room/slots.tsx';

const root = document.getElementById('app');
if (root && !rememberedLanguage()) start(root);

function start(root: HTMLElement): void {
  const said = document.documentElement.lang;
  const lang = isLang(said) ? said : 'kk';
  const view = signal<DeskView>({ is: 'loading' });
  root.replaceChildren();
  render(
    <DeskPage
      lang={lang}
      view={view}
      onSignedIn={() => void begin(lang, view)}
      onRetry={() => void begin(lang, view)}
    />,
    root,
  );
  void begin(lang, view);
}

type View = Parameters<typeof DeskPage>[0]['view'];

/** A first link's token stands in the fragment, which no server and no log sees; it leaves the address at once. */
async function begin(lang: Lang, view: View): Promise<void> {
  const [, kind, token] = /^#(setup|invite|recover)=([\w-]{20,100})$/.exec(location.hash) ?? [];
  if (token) {
    history.replaceState(history.state, '', location.pathname + location.search);
    view.value = { is: kind === 'recover' ? 'recover' : 'setup', token };
    return;
  }
  const me = await get<Me>('/desk/api/me');
  if (me.ok && me.data.secondFactor === 'needed') view.value = { is: 'factor' };
  else if (me.ok) open(lang, view, me.data.sessionUntil);
  else if (me.code === 'no_session' || me.code === 'not_allowed') view.value = { is: 'sign-in', note: null };
  else view.value = { is: 'problem', code: me.code };
}

function open(lang: Lang, view: View, sessionUntil: number): void {
  const connection = new Connection({ lang, identity: staffIdentity() });
  const slots: Slots = {};
  const desk = createDesk(createApp(lang, connection, { slots }), sessionUntil);
  Object.assign(slots, slotsOf(desk));
  const stop = listenAtDesk(desk);
  let why: 'left' | 'expired' | 'removed' = 'expired';
  connection.on('ended', (frame) => {
    why = frame.why;
  });
  const over = connection.status.subscribe((status) => {
    if (status === 'signed_out' || status === 'ended') {
      stop();
      // After the other listeners: the reason comes in the same event.
      queueMicrotask(() => {
        over();
        view.value = { is: 'sign-in', note: status === 'ended' && why === 'removed' ? 'accessEnded' : 'signedOut' };
      });
    }
    if (status === 'factor_needed') {
      stop();
      queueMicrotask(() => over());
      view.value = { is: 'factor' };
    }
    if (status === 'old_client') location.reload();
  });
  addEventListener('online', () => void connection.open());
  view.value = { is: 'desk', desk };
  void connection.open();
}
