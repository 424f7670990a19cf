import { createAudioBlockSpec, createFileBlockSpec, createImageBlockSpec, createVideoBlockSpec } from '@blocknote/core';

/** Which file of ours it is, beside its address; empty for one that came from elsewhere. */
const fileProps = { fileId: { default: '' }, mediaType: { default: '' }, size: { default: 0 } } as const;

const image = createImageBlockSpec();
const video = createVideoBlockSpec();
const audio = createAudioBlockSpec();
const file = createFileBlockSpec();

type WithFile<Spec extends { config: { propSchema: object } }, More extends object = object> = Omit<Spec, 'config'> & {
  config: Omit<Spec['config'], 'propSchema'> & { propSchema: Spec['config']['propSchema'] & typeof fileProps & More };
};

function withFile<Spec extends { config: { propSchema: object } }, More extends object = object>(spec: Spec, more?: More): WithFile<Spec, More> {
  return { ...spec, config: { ...spec.config, propSchema: { ...spec.config.propSchema, ...fileProps, ...more } } } as unknown as WithFile<Spec, More>;
}

const altProps = { alt: { default: '' } } as const;

const imageSpec = withFile(image, altProps);

/** Pictures, films, sounds and other files, each with what it takes to find it again. */
export const fileBlockSpecs = {
  image: {
    ...imageSpec,
    implementation: {
      ...imageSpec.implementation,
      render(...[block, editor]: Parameters<typeof image.implementation.render>) {
        const made = image.implementation.render.call(this as never, block, editor);
        const { alt, name } = block.props as typeof block.props & { alt: string };
        const picture = (made.dom as HTMLElement).querySelector('img.bn-visual-media');
        if (picture instanceof HTMLImageElement) picture.alt = alt || name;
        return made;
      },
    } as typeof imageSpec.implementation,
  },
  video: withFile(video),
  audio: withFile(audio),
  file: withFile(file),
};
