/**
 * A member of a node that no element of the page can stand in for, as `<input name="childNodes">` can in its form. Every implementation of
 * the DOM in which elements stand in for members has these on prototypes, whatever realm the node is of; linkedom has them on the nodes.
 */
export function own<Of extends Node, Name extends keyof Of>(node: Of, name: Name): Of[Name] {
  const prototype = Object.getPrototypeOf(node) as object;
  return name in prototype ? (Reflect.get(prototype, name, node) as Of[Name]) : node[name];
}

export function attributeOf(element: Element, name: string): string | null {
  return own(element, "getAttribute").call(element, name);
}
