package io.painchain.backend.wire;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;

/** Cached per method: reflection reads annotations anew each time. */
@Singleton
class BodyLimits {

    private final Map<Method, Integer> known = new ConcurrentHashMap<>();

    int of(ResteasyReactiveResourceInfo method) {
        return known.computeIfAbsent(method.getResourceMethod(), BodyLimits::of);
    }

    static int of(Annotation[] annotations) {
        return Stream.of(annotations).filter(BodyLimit.class::isInstance).map(BodyLimit.class::cast)
                .map(BodyLimit::value).findFirst().orElse(BodyLimit.DEFAULT);
    }

    private static int of(Method method) {
        return of(Stream.of(method.getParameterAnnotations()).flatMap(Stream::of).toArray(Annotation[]::new));
    }
}
