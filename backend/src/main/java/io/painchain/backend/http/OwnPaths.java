package io.painchain.backend.http;

import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;

/** What the paths of our own resources begin with, after {@code /api/}: no connector type can take one of these names. */
@Singleton
class OwnPaths {

    private static final String API = "/api/";
    private static final String VERSION = "v1";

    private final Set<String> names;

    OwnPaths(BeanManager beans) {
        var found = new TreeSet<String>();
        for (var bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            var path = bean.getBeanClass().getAnnotation(Path.class);
            if (path != null && path.value().startsWith(API)) {
                found.add(first(path.value().substring(API.length())));
            }
        }
        found.remove(VERSION);
        this.names = Set.copyOf(found);
    }

    Set<String> names() {
        return names;
    }

    /** Up to the next slash. */
    static String first(String path) {
        int end = path.indexOf('/');
        return end < 0 ? path : path.substring(0, end);
    }
}
