// Memory for one page: nothing is given back, since the module is dropped with the page's article.

#include <cstddef>
#include <cstdint>
#include <cstring>

extern "C" {

extern unsigned char __heap_base;  // where the linker says that free memory begins

void* malloc(std::size_t size) {
  static std::uintptr_t next = reinterpret_cast<std::uintptr_t>(&__heap_base);
  constexpr std::uintptr_t kAlignment = 16, kPage = 65536;
  const std::uintptr_t at = next;
  next += (size + kAlignment - 1) & ~(kAlignment - 1);
  const std::uintptr_t have = __builtin_wasm_memory_size(0) * kPage;
  if (next > have && __builtin_wasm_memory_grow(0, (next - have + kPage - 1) / kPage) == SIZE_MAX) __builtin_trap();
  return reinterpret_cast<void*>(at);
}

void free(void*) {}

}  // extern "C"

void* operator new(std::size_t size) { return malloc(size); }
void operator delete(void*) noexcept {}
void operator delete(void*, std::size_t) noexcept {}
