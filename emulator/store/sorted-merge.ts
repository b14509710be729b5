import type { Bytes } from './value-order'

/** A stream whose entries come in the order of their keys. */
interface Stream<T> { entries: Iterable<T>; keyOf: (entry: T) => Bytes }

interface Head<T> { key: Bytes; entry: T; iterator: Iterator<T>; keyOf: (entry: T) => Bytes }

type Before<T> = (a: Head<T>, b: Head<T>) => boolean

const swap = <T>(heap: T[], a: number, b: number): void => {
  const held = heap[a] as T
  heap[a] = heap[b] as T
  heap[b] = held
}

const sink = <T>(heap: Head<T>[], from: number, before: Before<T>): void => {
  let at = from
  for (;;) {
    const left = 2 * at + 1
    const right = left + 1
    const least = right < heap.length && before(heap[right] as Head<T>, heap[left] as Head<T>) ? right : left
    if (least >= heap.length || !before(heap[least] as Head<T>, heap[at] as Head<T>)) return
    swap(heap, at, least)
    at = least
  }
}

const headOf = <T>(iterator: Iterator<T>, keyOf: (entry: T) => Bytes): Head<T>[] => {
  const next = iterator.next()
  return next.done ? [] : [{ key: keyOf(next.value), entry: next.value, iterator, keyOf }]
}

/** Takes the next entry of the first stream, or drops the stream when it is at its end. */
const advance = <T>(heap: Head<T>[], before: Before<T>): void => {
  const first = heap[0] as Head<T>
  const [next] = headOf(first.iterator, first.keyOf)
  const last = next ?? heap.pop()
  if (heap.length > 0 && last) heap[0] = last
  sink(heap, 0, before)
}

/** The entries of all streams in the order of their keys, backward when `reverse`; streams are closed when the reader stops early. */
export function* merged<T>(streams: readonly Stream<T>[], reverse: boolean): Generator<T> {
  const before: Before<T> = reverse ? (a, b) => a.key > b.key : (a, b) => a.key < b.key
  const heap = streams.flatMap(({ entries, keyOf }) => headOf(entries[Symbol.iterator](), keyOf))
  for (let at = (heap.length >> 1) - 1; at >= 0; at -= 1) sink(heap, at, before)
  try {
    while (heap.length > 0) {
      yield (heap[0] as Head<T>).entry
      advance(heap, before)
    }
  } finally {
    for (const { iterator } of heap) iterator.return?.()
  }
}
