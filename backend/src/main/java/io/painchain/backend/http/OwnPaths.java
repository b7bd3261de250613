package io.painchain.backend.http;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;

/** First segments of our own paths after {@code /api/}: no connector type may take one of these names. */
@Singleton
class OwnPaths {

    private static final String API = "/api/";
    private static final String VERSION = "v1";

    private final Set<String> names;

    OwnPaths(BeanManager beans) {
        var found = new TreeSet<String>();
        for (var bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            var path = bean.getBeanClass().getAnnotation(Path.class);
            if (path != null) {
                paths(path.value(), bean.getBeanClass()).filter(whole -> whole.startsWith(API))
                        .forEach(whole -> found.add(first(whole.substring(API.length()))));
            }
        }
        found.remove(VERSION);
        this.names = Set.copyOf(found);
    }

    private static Stream<String> paths(String root, Class<?> resource) {
        var ofMethods = Stream.of(resource.getMethods()).map(method -> method.getAnnotation(Path.class))
                .filter(Objects::nonNull).map(path -> (root + "/" + path.value()).replace("//", "/"));
        return Stream.concat(Stream.of(root), ofMethods);
    }

    Set<String> names() {
        return names;
    }

    static String first(String path) {
        int end = path.indexOf('/');
        return end < 0 ? path : path.substring(0, end);
    }
}
