package dev.ectype.benchmarks.ldap;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody in a directory, as a record. */
public record Member(
        String uid,
        String name,
        String surname,
        @Nullable Set<String> mails,
        @Nullable String phone,
        @Nullable String title,
        @Nullable String city) {}
