// How large an operation may be (Buffer's guide on API limits).
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

export const MAX_TOKENS = 15_000;
const MAX = { complexity: 175_000, depth: 25, aliases: 30, directives: 50 };
const COST = { scalar: 1, object: 2, perDepth: 1.5 };

interface Size {
  complexity: number;
  depth: number;
  aliases: number;
  directives: number;
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

function add(size: Size, other: Size): void {
  size.complexity += other.complexity;
  size.depth = Math.max(size.depth, other.depth);
  size.aliases += other.aliases;
  size.directives += other.directives;
}

function measureSelection(selection: SelectionNode, depth: number, fragments: Fragments): Size {
  const size: Size = { complexity: 0, depth, aliases: 0, directives: selection.directives?.length ?? 0 };
  if (selection.kind === Kind.FRAGMENT_SPREAD) {
    const fragment = fragments.get(selection.name.value);
    if (fragment) add(size, measure(fragment.selectionSet, depth, fragments));
    return size;
  }
  if (selection.kind === Kind.INLINE_FRAGMENT) {
    add(size, measure(selection.selectionSet, depth, fragments));
    return size;
  }
  size.depth = depth + 1;
  size.aliases = selection.alias ? 1 : 0;
  size.complexity = (selection.selectionSet ? COST.object : COST.scalar) * COST.perDepth ** depth;
  if (selection.selectionSet) add(size, measure(selection.selectionSet, depth + 1, fragments));
  return size;
}

function measure(set: SelectionSetNode, depth: number, fragments: Fragments): Size {
  const size: Size = { complexity: 0, depth, aliases: 0, directives: 0 };
  for (const selection of set.selections) {
    add(size, measureSelection(selection, depth, fragments));
    if (size.complexity > MAX.complexity) break;
  }
  return size;
}

/** Says what is too large about the operation, or null. The document must have passed validation. */
export function tooLarge(document: DocumentNode, operation: OperationDefinitionNode): string | null {
  const fragments = new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const size = measure(operation.selectionSet, 0, fragments);
  if (size.depth > MAX.depth) return `Query exceeds maximum allowed depth of ${MAX.depth}.`;
  if (size.aliases > MAX.aliases) return `Query exceeds maximum allowed aliases of ${MAX.aliases}.`;
  if (size.directives > MAX.directives)
    return `Query exceeds maximum allowed directives of ${MAX.directives}.`;
  if (size.complexity > MAX.complexity) {
    return 'Query exceeds maximum allowed complexity. Please simplify your query.';
  }
  return null;
}
