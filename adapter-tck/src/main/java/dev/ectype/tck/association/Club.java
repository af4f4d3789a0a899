package dev.ectype.tck.association;

import dev.ectype.association.ToMany;
import dev.ectype.association.ToOne;
import java.util.UUID;

/**
 * A club: who is in it, what it is about, and the badges of its members.
 *
 * @param id its key, made on insert
 * @param name its name
 * @param charter the one record that refers to it
 * @param members the records that refer to it
 * @param topics the records that rows of their own relate to it
 * @param badges what is found through its members
 */
public record Club(
        UUID id,
        String name,
        ToOne<Charter> charter,
        ToMany<Member> members,
        ToMany<Topic> topics,
        ToMany<Badge> badges) {}
