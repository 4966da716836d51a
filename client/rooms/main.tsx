import '../styles/rooms.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import type { Helpline } from '../../shared/directory.ts';
import { isLang } from '../../shared/languages.ts';
import { listen, tidy } from '../actions.ts';
import { Connection } from '../connection.ts';
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
  const connection = new Connection({ lang, identity: guestIdentity(lang, sessionStorage) });
  const app = createApp(lang, connection);
  keepHistory(app);
  listen(app);
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
  render(<Visit app={app} lines={readLines()} />, root);
  void connection.open();
}

/** The help lines that came with the page. */
function readLines(): Helpline[] {
  const text = document.getElementById('lines')?.textContent;
  return text ? (JSON.parse(text) as Helpline[]) : [];
}
