import { useImperativeHandle, useLayoutEffect, useMemo, useRef, useState, type ReactElement, type ReactNode, type Ref } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import type { ListedMessage } from './listed-message.ts';
import classes from './message-list.module.css';
import { changedAtStart, type MessageRow } from './message-rows.ts';
import { type ListStart, useOpeningRow } from './use-opening-row.ts';
import { useRowFocus } from './use-row-focus.ts';
import { useScrollAnchor } from './use-scroll-anchor.ts';

export type Row = MessageRow<ListedMessage>;

export interface RowState {
  /** The row has the focus or the pointer: its actions are shown. */
  active: boolean;
  /** In the tab order; the arrow keys move it. */
  tabStop: boolean;
  /** Stable; called with the row's key. */
  onActivate: (key: string) => void;
}

export interface MessageListHandle {
  scrollToEnd: () => void;
  /** Brings a message into sight, if it is loaded. */
  reveal: (messageId: string) => void;
}

interface MessageListProps {
  ref?: Ref<MessageListHandle>;
  label: string;
  /** Message that stays mounted out of sight, because something is being written in its row. */
  heldId: string | null;
  rows: readonly Row[];
  start: ListStart;
  /** What is short stands at the top, instead of at the bottom where one writes. */
  fromTop?: boolean;
  /** Stands above the first message of the channel. */
  beginning: ReactNode;
  hasOlder: boolean;
  hasNewer: boolean;
  loadingOlder: boolean;
  onNearStart: () => void;
  onNearEnd: () => void;
  /** Seq of the last confirmed message on screen. */
  onLastVisible: (seq: number) => void;
  renderRow: (row: Row, state: RowState) => ReactElement;
  /** Shown while the list's end is out of sight. */
  jump: ReactNode;
}

const BEGINNING = 'beginning';
/** Pages are fetched this many pixels before their edge comes into sight. */
const PREFETCH = 1600;

type Item = { key: string; row: Row | null };

/** A window of the channel's history: it knows nothing of where messages come from. */
export function MessageList(props: MessageListProps) {
  const { rows, start, hasOlder, hasNewer, onNearStart, onNearEnd, onLastVisible } = props;
  const list = useRef<VirtualizerHandle>(null);
  const frame = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const items = useMemo<Item[]>(
    () => [...(hasOlder ? [] : [{ key: BEGINNING, row: null }]), ...rows.map((row) => ({ key: row.key, row }))],
    [rows, hasOlder],
  );
  const [shown, setShown] = useState({ items, shift: false });
  if (shown.items !== items) {
    const shift = changedAtStart(shown.items.map(({ key }) => key), items.map(({ key }) => key));
    setShown({ items, shift });
  }
  const offset = items.length - rows.length;
  const anchor = useScrollAnchor({ list, scroller, startAtEnd: start.at === 'end', live: !hasNewer });
  const opening = useOpeningRow({ list, scroller, start, firstKey: start.at === 'row' ? (rows[start.index]?.key ?? null) : null, items });
  const indexOf = (messageId: string | null) => items.findIndex(({ row }) => row !== null && row.message.id === messageId);
  useImperativeHandle(props.ref, () => ({
    scrollToEnd: () => {
      opening.letGo();
      anchor.scrollToEnd();
    },
    reveal: (messageId) => {
      const index = indexOf(messageId);
      opening.letGo();
      if (index !== -1) list.current?.scrollToIndex(index, { align: 'nearest' });
    },
  }));
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const focus = useRowFocus({ frame, list, items, offset, onMove: setActiveKey });

  const atEnd = anchor.atEnd && !hasNewer;
  const lastKey = items.at(-1)?.key;

  const inspect = () => {
    const handle = list.current;
    if (!handle || handle.viewportSize === 0) return;
    if (hasOlder && handle.scrollOffset < PREFETCH) onNearStart();
    if (hasNewer && handle.scrollSize - handle.scrollOffset - handle.viewportSize < PREFETCH) onNearEnd();
    const lastVisible = handle.findItemIndex(handle.scrollOffset + handle.viewportSize - 24);
    for (let index = Math.min(lastVisible, items.length - 1); index >= 0; index -= 1) {
      const message = items[index]?.row?.message;
      if (message && !message.delivery) return onLastVisible(message.seq);
    }
  };
  const inspectLatest = useRef(inspect);
  inspectLatest.current = inspect;

  // Told before the list is drawn with its new sizes: that is after this task, or else before the next frame.
  const settle = () => {
    anchor.onResize();
    opening.open();
    inspectLatest.current();
  };

  useLayoutEffect(() => {
    if (start.at === 'end') anchor.scrollToEnd();
    else opening.open();
    // Only where it opens: afterwards the person scrolls.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const { onResize } = anchor;
  useLayoutEffect(() => {
    onResize();
    const frameId = requestAnimationFrame(() => inspectLatest.current());
    return () => cancelAnimationFrame(frameId);
  }, [items, onResize]);

  const tabStopKey = items.some(({ key }) => key === activeKey) ? activeKey : lastKey;
  const tabStopIndex = items.findIndex(({ key }) => key === tabStopKey);
  const kept = [...new Set([tabStopIndex, indexOf(props.heldId)])].filter((index) => index !== -1).sort((a, b) => a - b);
  return (
    <div className={classes.frame} ref={frame} onKeyDown={(event) => { opening.letGo(); focus.onKeyDown(event); }}>
      {props.loadingOlder && <div className={classes.older} aria-hidden />}
      <div
        ref={scroller}
        className={classes.list}
        onWheel={opening.letGo}
        onPointerDown={opening.letGo}
        onTouchMove={opening.letGo}
        role="region"
        aria-label={props.label}
        onPointerLeave={() => { if (!frame.current?.contains(document.activeElement)) setActiveKey(null); }}
      >
        {/* What is short stands at the bottom, near where one writes. */}
        {!props.fromTop && <div className={classes.space} />}
        <Virtualizer
          ref={list}
          scrollRef={scroller}
          data={items}
          shift={shown.items === items ? shown.shift : false}
          keepMounted={kept}
          bufferSize={400}
          onScroll={(value) => { anchor.onScroll(value); opening.onScroll(value); inspect(); }}
          onResize={() => { queueMicrotask(settle); requestAnimationFrame(settle); }}
        >
          {({ key, row }) =>
            row === null ? (
              <div key={key}>{props.beginning}</div>
            ) : (
              <div key={key} data-row={key}>
                {props.renderRow(row, { active: activeKey === key, tabStop: tabStopKey === key, onActivate: setActiveKey })}
              </div>
            )
          }
        </Virtualizer>
      </div>
      {!atEnd && <div className={classes.jump}>{props.jump}</div>}
    </div>
  );
}
