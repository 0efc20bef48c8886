// What the engine's run-time could ask of a system; it never does.

export function proc_exit(): void {}
export function emscripten_notify_memory_growth(): void {}
