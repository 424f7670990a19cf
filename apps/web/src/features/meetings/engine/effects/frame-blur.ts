import { HEIGHT, type Segmenter, WIDTH } from './person-segmenter.ts';

/** Below this surely background, above surely a person; soft between, so that the edge doesn't flicker. */
const FROM = 0.35;
const TO = 0.75;
/** The background is blurred small and drawn large: nobody sees the difference, and it costs a sixteenth. */
const SHRINK = 4;
const RADIUS = 5;

/** Blurs what is no person in picture after picture. */
export class FrameBlur {
  private readonly segmenter: Segmenter;
  private readonly small = context(WIDTH, HEIGHT);
  private readonly mask = context(WIDTH, HEIGHT);
  private readonly alpha = new ImageData(WIDTH, HEIGHT);
  private background = context(1, 1);
  private result = context(1, 1);

  constructor(segmenter: Segmenter) {
    this.segmenter = segmenter;
  }

  /** Closes the frame that it is given. */
  apply(frame: VideoFrame): VideoFrame {
    const { displayWidth: width, displayHeight: height, timestamp } = frame;
    this.fit(width, height);
    this.findPerson(frame);
    const { result, background } = this;
    background.filter = `blur(${RADIUS}px)`;
    background.drawImage(frame, 0, 0, background.canvas.width, background.canvas.height);
    result.globalCompositeOperation = 'copy';
    result.drawImage(this.mask.canvas, 0, 0, width, height);
    result.globalCompositeOperation = 'source-in';
    result.drawImage(frame, 0, 0, width, height);
    result.globalCompositeOperation = 'destination-over';
    result.drawImage(background.canvas, 0, 0, width, height);
    frame.close();
    return new VideoFrame(result.canvas, { timestamp });
  }

  private findPerson(frame: VideoFrame): void {
    this.small.drawImage(frame, 0, 0, WIDTH, HEIGHT);
    const sure = this.segmenter.segment(this.small.getImageData(0, 0, WIDTH, HEIGHT).data);
    for (let pixel = 0; pixel < sure.length; pixel += 1) {
      this.alpha.data[pixel * 4 + 3] = ((sure[pixel]! - FROM) / (TO - FROM)) * 255;
    }
    this.mask.putImageData(this.alpha, 0, 0);
  }

  private fit(width: number, height: number): void {
    if (this.result.canvas.width === width && this.result.canvas.height === height) return;
    this.result = context(width, height);
    this.background = context(Math.ceil(width / SHRINK), Math.ceil(height / SHRINK));
  }
}

function context(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const found = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: width === WIDTH });
  if (found === null) throw new Error('there is no canvas to draw on');
  return found;
}
