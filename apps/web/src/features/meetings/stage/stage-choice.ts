import { create } from 'zustand';

/** `auto`: a grid, until there is something to look at, or only one other. */
export type Layout = 'auto' | 'grid' | 'speaker' | 'sidebar';
export const LAYOUTS: readonly Layout[] = ['auto', 'grid', 'speaker', 'sidebar'];
export type Panel = 'people' | 'chat' | 'devices' | 'host';

interface StageChoice {
  readonly layout: Layout;
  /** Whom I keep before me; nobody else sees it. */
  readonly pinnedId: string | null;
  /** Whose shared screen I look at, when there are several. */
  readonly shareOf: string | null;
  readonly panel: Panel | null;
}

const START: StageChoice = { layout: 'auto', pinnedId: null, shareOf: null, panel: null };

/** How I look at the meeting: kept while it is in the small window, forgotten with the next meeting. */
export const useStageChoice = create<StageChoice>(() => START);

export const setLayout = (layout: Layout): void => useStageChoice.setState({ layout });
export const pin = (participantId: string | null): void => useStageChoice.setState({ pinnedId: participantId });
export const lookAtShareOf = (participantId: string): void => useStageChoice.setState({ shareOf: participantId, pinnedId: null });
export const setPanel = (panel: Panel | null): void => useStageChoice.setState({ panel });
export const togglePanel = (panel: Panel): void => useStageChoice.setState((now) => ({ panel: now.panel === panel ? null : panel }));
export const forgetStageChoice = (): void => useStageChoice.setState(START);
