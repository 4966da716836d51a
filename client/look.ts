import type { App, RoomState } from './state.ts';

/** Looks at a text before it leaves this device: what to send, or null when the writer wants to change it. */
export type Look = (app: App, room: RoomState, text: string) => Promise<string | null>;
/** What is to be done about a text that was checked. */
export type Verdict = (app: App, room: RoomState) => Promise<string | null>;

/**
 * The longest that a message waits for the check, in milliseconds. Long enough for a phone that has just opened the room on a
 * slow network; no longer, since a call for help may be among what waits. Without the check a message goes to the server,
 * which masks it for the room all the same.
 */
const PATIENCE = 3000;

/** A check that loads when it is first needed; `load` begins that earlier. What fails is tried anew with the next message. */
export function lookWith(prepare: () => Promise<(text: string) => Promise<Verdict>>, patience = PATIENCE) {
  let loading: ReturnType<typeof prepare> | undefined;
  const load = () => {
    loading ??= prepare();
    return loading;
  };
  const failed = () => {
    loading = undefined;
  };
  const look: Look = async (app, room, text) => {
    const late = new Promise<void>((pass) => setTimeout(pass, patience));
    const verdict = await Promise.race([
      load()
        .then((check) => check(text))
        .catch(failed),
      late,
    ]);
    return verdict ? verdict(app, room) : text;
  };
  return { look, load: () => void load().catch(failed) };
}
