package dev.ectype.examples.shop;

import java.util.Map;

/**
 * What a controller answers.
 *
 * @param status the HTTP status
 * @param body what a JSON library writes
 */
public record Answer(int status, Map<String, Object> body) {}
