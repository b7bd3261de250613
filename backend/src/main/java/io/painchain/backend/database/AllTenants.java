package io.painchain.backend.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.interceptor.InterceptorBinding;

/**
 * What runs by itself or before it is known whose request it is, and works for all tenants: the database shows all rows, each
 * of whose statements names its tenant. Where neither this nor {@link DatabaseScope} says so, the database is refused.
 */
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.TYPE, ElementType.METHOD })
public @interface AllTenants {
}
