import type { MediaSource } from '@parvis/contracts';
import type { Device, types } from 'mediasoup-client';

/**
 * A camera in three sizes, of which each receiver gets the one that fits; two frames of three can be
 * left out. Bits per second. It begins with the small one: a larger one that stops as nobody wants it
 * would leave whoever was given it with a still picture until the server finds it silent.
 */
const camera: types.RtpEncodingParameters[] = [
  { scaleResolutionDownBy: 4, maxBitrate: 150_000, scalabilityMode: 'L1T3' },
  { scaleResolutionDownBy: 2, maxBitrate: 500_000, active: false, scalabilityMode: 'L1T3' },
  { scaleResolutionDownBy: 1, maxBitrate: 1_200_000, active: false, scalabilityMode: 'L1T3' },
];
const screen: types.RtpEncodingParameters[] = [{ maxBitrate: 2_500_000, maxFramerate: 5 }];

/** How a source is encoded. VP8 first: every browser sends it in layers. */
export function produceOptions(device: Device, source: MediaSource): Pick<types.ProducerOptions, 'encodings' | 'codec' | 'codecOptions'> {
  if (source === 'microphone') return { codecOptions: { opusFec: true, opusDtx: true, opusStereo: false, opusMaxAverageBitrate: 40_000 } };
  if (source === 'screen_audio') return { codecOptions: { opusFec: true, opusDtx: true, opusStereo: true, opusMaxAverageBitrate: 128_000 } };
  const codec = device.sendRtpCapabilities.codecs?.find(({ mimeType }) => mimeType.toLowerCase() === 'video/vp8');
  return { encodings: source === 'camera' ? camera : screen, codecOptions: { videoGoogleStartBitrate: 600 }, ...(codec && { codec }) };
}
