import type { PlayerState } from "./player.js";

/** What the keys of keyboards, headsets and lock screens do (Media Session API). */
export interface MediaActions {
  play(): void;
  pause(): void;
  stop(): void;
  previous(): void;
  next(): void;
}

export interface MediaKeys {
  show(state: PlayerState): void;
  release(): void;
}

/**
 * Hears the media keys while something is read; where the browser has no media session, nothing happens. A page shares its session with the view, and
 * nobody can ask which keys it hears: what it says of itself it has back afterwards, its keys it has to set anew.
 */
export function mediaKeys(window: Window, what: { title: string; artist: string }, actions: MediaActions): MediaKeys {
  const session = window.navigator.mediaSession as MediaSession | undefined;
  const handlers: readonly (readonly [MediaSessionAction, () => void])[] = [
    ["play", actions.play],
    ["pause", actions.pause],
    ["stop", actions.stop],
    ["previoustrack", actions.previous],
    ["nexttrack", actions.next],
    ["seekbackward", actions.previous],
    ["seekforward", actions.next],
  ];
  let isHeld = false;
  let before: MediaMetadata | null = null;

  function set(held: boolean): void {
    if (session === undefined || held === isHeld) return;
    isHeld = held;
    for (const [action, handler] of handlers) {
      try {
        session.setActionHandler(action, held ? handler : null);
      } catch {
        // A browser that does not know this action has others.
      }
    }
    if (held) before = session.metadata;
    session.metadata = held ? new (window as typeof globalThis & Window).MediaMetadata(what) : before;
  }

  return {
    show(state) {
      set(state !== "stopped");
      if (session !== undefined) session.playbackState = state === "stopped" ? "none" : state;
    },
    release() {
      set(false);
      if (session !== undefined) session.playbackState = "none";
    },
  };
}
