package dev.ectype.tck.association;

import java.util.UUID;

/**
 * That a club has a topic.
 *
 * @param id its key, made on insert
 * @param clubId what refers to the club
 * @param topic what refers to the topic
 */
public record ClubTopic(UUID id, UUID clubId, String topic) {}
