package dev.ectype.changeset;

/** A relation that was cast, and by which options. */
record AskedRelation<E>(Relation<?, E, ?> relation, RelationOptions<E> options) {}
