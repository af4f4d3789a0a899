package dev.ectype.adapter.mongo.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A test of what the embedded server lacks, or answers wrongly without a word: it runs on a real one only. */
@Tag("needs-real-mongo")
@EnabledIfEnvironmentVariable(named = "ECTYPE_MONGODB_URI", matches = ".+")
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface NeedsRealMongo {}
