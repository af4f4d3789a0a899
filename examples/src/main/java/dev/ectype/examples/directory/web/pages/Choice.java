package dev.ectype.examples.directory.web.pages;

/**
 * Something to choose in a field.
 *
 * @param value what is sent
 * @param text what people read
 */
public record Choice(String value, String text) {}
