package io.painchain.backend.wire;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;

/** How many bytes a resource method's body may have. Looked up once a method: reflection reads annotations anew each time. */
@Singleton
class BodyLimits {

    private final Map<Method, Integer> known = new ConcurrentHashMap<>();

    int of(ResteasyReactiveResourceInfo method) {
        return known.computeIfAbsent(method.getResourceMethod(), BodyLimits::of);
    }

    /** @param annotations of the parameter that takes the body */
    static int of(Annotation[] annotations) {
        return Stream.of(annotations).filter(BodyLimit.class::isInstance).map(BodyLimit.class::cast)
                .map(BodyLimit::value).findFirst().orElse(BodyLimit.DEFAULT);
    }

    private static int of(Method method) {
        return of(Stream.of(method.getParameterAnnotations()).flatMap(Stream::of).toArray(Annotation[]::new));
    }
}
