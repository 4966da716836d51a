import '../styles/rooms.css';
import { effect, type Signal, signal } from '@preact/signals';
import { render } from 'preact';
import type { Helpline } from '../../shared/directory.ts';
import { type Reply, refuse } from '../../shared/errors.ts';
import { isLang } from '../../shared/languages.ts';
import type { Given } from '../../shared/proof.ts';
import { listen, tidy } from '../actions.ts';
import { Connection } from '../connection.ts';
import { lookWith } from '../look.ts';
import { quickExit } from '../quick-exit.ts';
import { guestIdentity } from '../session.ts';
import { createApp } from '../state.ts';
import { Visit } from './visit.tsx';
import { keepHistory } from './visit-history.ts';

const root = document.getElementById('app');
if (root) start(root);

function start(root: HTMLElement): void {
  const said = document.documentElement.lang;
  const lang = isLang(said) ? said : 'kk';
  const checking = signal(false);
  const prove = () => check(checking);
  const connection = new Connection({ lang, identity: guestIdentity(lang, sessionStorage, { prove }) });
  const { look, load } = lookWith(async () => (await import('./before-sending.tsx')).prepare(read<string>('allow')));
  const app = createApp(lang, connection, { checking, look });
  keepHistory(app);
  listen(app);
  // Not before the room is there and the browser has nothing better to do: on a slow network it would be in the way.
  effect(() => {
    if (app.room.value?.me.value) (window.requestIdleCallback ?? setTimeout)(load);
  });
  // An open room takes the whole height of the screen.
  effect(() => {
    document.body.classList.toggle('in-room', app.room.value !== null);
  });
  quickExit(() => void connection.ask('session:end', {}));
  addEventListener('online', () => void connection.open());
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void connection.open();
  });
  setInterval(() => tidy(app), 60_000);
  root.replaceChildren();
  render(<Visit app={app} lines={read<Helpline>('lines')} />, root);
  void connection.open();
}

/** A way that was lost while this loaded is like any other: the connection tries again. */
async function check(checking: Signal<boolean>): Promise<Reply<Given>> {
  checking.value = true;
  try {
    const { prove } = await import('../proof.ts');
    return await prove('session');
  } catch {
    return refuse('unavailable');
  } finally {
    checking.value = false;
  }
}

/** A list that came with the page. */
function read<T>(id: string): T[] {
  const text = document.getElementById(id)?.textContent;
  return text ? (JSON.parse(text) as T[]) : [];
}
