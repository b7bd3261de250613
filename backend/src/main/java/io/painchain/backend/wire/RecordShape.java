package io.painchain.backend.wire;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Stream;

/** Cached per class: reflection copies everything at each call. */
record RecordShape(List<Component> components, Constructor<?> constructor) {

    record Component(String name, Class<?> type, Type genericType) {
    }

    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return read(type);
        }
    };

    static RecordShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    Record construct(Object... arguments) {
        try {
            return (Record) constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Record " + constructor.getDeclaringClass().getName() + " cannot be constructed",
                    e);
        }
    }

    private static RecordShape read(Class<?> type) {
        var components = Stream.of(type.getRecordComponents())
                .map(component -> new Component(component.getName(), component.getType(), component.getGenericType())).toList();
        try {
            return new RecordShape(components, type.getDeclaredConstructor(
                    Stream.of(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new)));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Record " + type.getName() + " has no canonical constructor", e);
        }
    }
}
