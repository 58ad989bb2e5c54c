/** Pieces that were looked at to tell the format, followed by the rest: the whole document again. */
export async function* replayed(
  seen: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* seen;
  for (;;) {
    const next = await rest.next();
    if (next.done) return;
    yield next.value;
  }
}
