import type { ProducerInfo } from '@parvis/contracts';
import type { BandwidthMode, TileSize } from './types.ts';

/** Videos received at once at most: more are decoded by no laptop, and seen by nobody. */
export const MOST_VIDEOS = 25;
/** Milliseconds out of sight until a video is paused: scrolling past doesn't stop it. */
export const HIDE_AFTER = 1_000;

export interface Tile extends TileSize {
  /** When it went out of sight; null while it is seen. */
  readonly hiddenAt: number | null;
}

export interface VideoWish {
  readonly producerId: string;
  readonly spatialLayer: number;
  /** 1 to 255. */
  readonly priority: number;
}

export interface VideoScene {
  readonly videos: readonly ProducerInfo[];
  readonly tiles: ReadonlyMap<string, Tile>;
  readonly activeSpeakerId: string | null;
  /** Shown to all by a host. */
  readonly spotlightId: string | null;
  readonly bandwidth: BandwidthMode;
  readonly pixelRatio: number;
  readonly now: number;
}

/** Which videos are received, and in what size: by the tiles that show them. */
export function planVideos(scene: VideoScene): VideoWish[] {
  const { videos, tiles, bandwidth, now } = scene;
  const shown = videos.filter((video) => {
    const tile = tiles.get(video.producerId);
    if (tile === undefined || video.paused) return false;
    if (bandwidth === 'audio_only' && video.source === 'camera') return false;
    return tile.hiddenAt === null || now - tile.hiddenAt < HIDE_AFTER;
  });
  const wishes = shown.map((video) => ({ producerId: video.producerId, spatialLayer: layerOf(video, scene), priority: priorityOf(video, scene), area: areaOf(tiles.get(video.producerId)!) }));
  wishes.sort((a, b) => b.priority - a.priority || b.area - a.area);
  return wishes.slice(0, MOST_VIDEOS).map(({ area: _area, ...wish }) => wish);
}

/** Those that a tile is about to show, as far as can be known: without flowing they are made ready, so that a tile has to ask only once. */
export function soonShown({ videos, tiles, bandwidth }: Pick<VideoScene, 'videos' | 'tiles' | 'bandwidth'>): string[] {
  const shown = videos.filter(({ paused, source }) => !paused && !(bandwidth === 'audio_only' && source === 'camera'));
  return shown.map(({ producerId }) => producerId).filter((producerId) => !tiles.has(producerId)).slice(0, Math.max(0, MOST_VIDEOS - tiles.size));
}

/** The next moment at which the plan changes by itself. */
export function nextHiding(tiles: ReadonlyMap<string, Tile>, now: number): number | null {
  const times = [...tiles.values()].flatMap(({ hiddenAt }) => (hiddenAt === null || now - hiddenAt >= HIDE_AFTER ? [] : [hiddenAt + HIDE_AFTER]));
  return times.length === 0 ? null : Math.min(...times);
}

function layerOf({ producerId, source }: ProducerInfo, { tiles, bandwidth, pixelRatio }: VideoScene): number {
  // A screen has one layer: its text is to be read.
  if (source === 'screen') return 2;
  if (bandwidth === 'low') return 0;
  // Layers are sent with 180, 360 and 720 lines: a little enlarging is not seen.
  const lines = tiles.get(producerId)!.height * pixelRatio;
  if (lines <= 220) return 0;
  return lines <= 450 ? 1 : 2;
}

function priorityOf({ source, participantId }: ProducerInfo, { activeSpeakerId, spotlightId }: VideoScene): number {
  if (source === 'screen') return 200;
  if (participantId === spotlightId) return 180;
  return participantId === activeSpeakerId ? 150 : 100;
}

const areaOf = ({ width, height }: Tile) => width * height;
