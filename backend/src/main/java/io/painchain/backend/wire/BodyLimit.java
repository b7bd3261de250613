package io.painchain.backend.wire;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How many bytes a resource method's body may have; without it, {@link #DEFAULT}. */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface BodyLimit {

    /** Room for the largest single record of the contract. */
    int DEFAULT = 2 * 1024 * 1024;

    int value();
}
