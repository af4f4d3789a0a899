package dev.ectype.tck.association;

import dev.ectype.association.ToMany;
import dev.ectype.association.ToOne;
import java.util.UUID;

/**
 * A member of a club.
 *
 * @param id its key, made on insert
 * @param name its name
 * @param rank its place among the members
 * @param clubId what refers to the club
 * @param club the club
 * @param badges the records that refer to it
 */
public record Member(UUID id, String name, Integer rank, UUID clubId, ToOne<Club> club, ToMany<Badge> badges) {}
