import { characterEntities } from 'character-entities';

/** What `&name;` stands for: micromark's build for browsers asks an element of the page, and a worker has no page. */
class Reference {
  innerHTML = '';

  get textContent(): string {
    const name = /^&(\w+);$/u.exec(this.innerHTML)?.[1] ?? '';
    return (Object.hasOwn(characterEntities, name) ? characterEntities[name] : undefined) ?? this.innerHTML;
  }
}

Object.assign(globalThis, { document: { createElement: () => new Reference() } });
