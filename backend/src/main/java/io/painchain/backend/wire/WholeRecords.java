package io.painchain.backend.wire;

import java.lang.annotation.ElementType;

import jakarta.inject.Singleton;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;

import org.hibernate.validator.BaseHibernateValidatorConfiguration;

import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;

/**
 * What is validated here are records, which are there as a whole. Quarkus asks Hibernate for each component whether it has been
 * loaded from the database, which takes a third of a draft's validation.
 */
@Singleton
class WholeRecords implements ValidatorFactoryCustomizer, TraversableResolver {

    @Override
    public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
        configuration.traversableResolver(this);
    }

    @Override
    public boolean isReachable(Object bean, Path.Node property, Class<?> root, Path path, ElementType kind) {
        return true;
    }

    @Override
    public boolean isCascadable(Object bean, Path.Node property, Class<?> root, Path path, ElementType kind) {
        return true;
    }
}
